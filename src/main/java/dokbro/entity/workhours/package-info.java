/** Approved hours in SmartDok become time entries in Go. */
package dokbro.entity.workhours;
