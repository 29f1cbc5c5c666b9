/** Machine hours and goods consumption in SmartDok become manual journal vouchers in Go: cost on project and product. */
package dokbro.entity.vouchers;
