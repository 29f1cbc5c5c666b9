/** Projects, from the system that owns them to the other. */
package dokbro.entity.projects;
