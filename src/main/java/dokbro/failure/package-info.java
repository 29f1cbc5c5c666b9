/** The failure table: classes, reasons and the sentences people see. */
package dokbro.failure;
