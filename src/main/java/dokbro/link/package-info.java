/** The shared ID mapping: which record in the target stands for which record in the source, and the claims on it. */
package dokbro.link;
