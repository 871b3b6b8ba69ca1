/** Takes card payments, books them and settles them at night. */
package shop.payments;
