/** The entities, one package each: facts, records and mapper, all pure. */
package dokbro.entity;
