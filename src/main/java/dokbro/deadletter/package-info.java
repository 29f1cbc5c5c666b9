/** Dead letters: records that could not go, why, and what to do; one open row a record. */
package dokbro.deadletter;
