/** Activities for hours (WorkDescriptions in SmartDok, ActivityTime in Go), from the system that owns them to the other. */
package dokbro.entity.activities;
