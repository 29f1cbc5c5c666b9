/** Settings of a company: read from its file, checked, kept with a revision. */
package dokbro.company;
