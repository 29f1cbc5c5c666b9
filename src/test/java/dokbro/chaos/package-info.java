/** The fault test behind {@code make chaos}; {@code docs/reliability.md} says what it proves and how to read its result. */
package dokbro.chaos;
