/** The PowerOffice Go client: token, pace and reads, through the routes {@code direct:poweroffice} and {@code direct:poweroffice-read}. */
package dokbro.poweroffice;
