/** The REST API under /api/v1 and the sign-in. Calls the services, never the clients of the two systems. */
package dokbro.console;
