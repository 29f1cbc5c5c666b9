/** Links between registers that Dokbro reads in both systems and writes in neither. */
package dokbro.entity.reference;
