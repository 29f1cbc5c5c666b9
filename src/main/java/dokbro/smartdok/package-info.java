/** The SmartDok client: session and reads, through the routes {@code direct:smartdok} and {@code direct:smartdok-read}. */
package dokbro.smartdok;
