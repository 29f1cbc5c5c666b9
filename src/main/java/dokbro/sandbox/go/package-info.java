/** A simulated PowerOffice Go: the part of its REST API v2 that Dokbro uses, as strict as the contract says and where it is silent, stricter. */
package dokbro.sandbox.go;
