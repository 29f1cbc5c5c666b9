/** The two simulated systems, as strict as the contracts say. Nothing else depends on this package. */
package dokbro.sandbox;
