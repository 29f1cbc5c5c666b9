/**
 * The simulated SmartDok: the resources of the contract that Dokbro reads and writes, one class each, and a back door for what people do in
 * SmartDok's own pages.
 */
package dokbro.sandbox.smartdok;
