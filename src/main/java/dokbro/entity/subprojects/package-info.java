/** Sub-projects (underprosjekt in SmartDok, delprosjekt in Go), from the system that owns them to the other. */
package dokbro.entity.subprojects;
