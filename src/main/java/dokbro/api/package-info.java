/** What both API clients share: the call and the answer that pass through their routes. */
package dokbro.api;
