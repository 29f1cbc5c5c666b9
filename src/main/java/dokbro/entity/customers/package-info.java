/** SmartDok's customers that an invoice basis needs are made in Go. */
package dokbro.entity.customers;
