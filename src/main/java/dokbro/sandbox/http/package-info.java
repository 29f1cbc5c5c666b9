/** What both simulated systems stand on: a strict little HTTP server with a wire log and faults on demand. */
package dokbro.sandbox.http;
