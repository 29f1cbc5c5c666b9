/** Audits: what the target itself holds, compared with what the links say; and the repair of what they find, one by one. */
package dokbro.audit;
