/** Where the entities' records are read, and where the target is looked through for records that are there already. */
package dokbro.source;
