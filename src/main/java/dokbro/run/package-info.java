/** Runs: start and end, plan, the record's way to the target, lease, pause and history. */
package dokbro.run;
