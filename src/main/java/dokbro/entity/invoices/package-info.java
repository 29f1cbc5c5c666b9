/** SmartDok's invoice basis (fakturagrunnlag) becomes a sales order draft in Go. */
package dokbro.entity.invoices;
