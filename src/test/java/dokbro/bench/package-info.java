/** The benchmark behind {@code make bench}; {@code docs/performance.md} says what each number means. */
package dokbro.bench;
