/** Additions, unit additions and per diem in SmartDok become salary lines in Go. */
package dokbro.entity.additions;
