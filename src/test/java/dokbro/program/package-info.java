/** Service and simulated systems as processes of their own, seen from outside only: for the benchmark and the fault test. */
package dokbro.program;
