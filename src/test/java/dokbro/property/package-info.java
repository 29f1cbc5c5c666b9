/** Whole sequences of what people do and what goes wrong, judged by what the two simulated systems hold at the end. */
package dokbro.property;
