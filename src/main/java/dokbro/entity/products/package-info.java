/** SmartDok's machines and goods become products in Go. */
package dokbro.entity.products;
