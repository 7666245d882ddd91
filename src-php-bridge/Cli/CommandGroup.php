<?php
/**
 * The group of commands.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

/**
 * Keeps the stock of WooCommerce products equal to what KeyCRM has for sale.
 *
 * Every command ends with a status that scripts can use:
 *
 * * 0: all right
 * * 1: failed, or the command was used wrongly
 * * 2: another run is in the way
 * * 3: a person has to decide: “wp keycrm-stock confirm” or “wp keycrm-stock cancel”
 * * 130: Ctrl+C; the run goes on in WooCommerce's queue
 *
 * ## EXAMPLES
 *
 *     # Instead of WP-Cron, in the server's own scheduler
 *     *\/15 * * * * wp keycrm-stock sync --quiet --path=/var/www/shop
 *
 *     # See first, write then
 *     $ wp keycrm-stock preview
 *     $ wp keycrm-stock apply 12
 */
final class CommandGroup extends \WP_CLI\Dispatcher\CommandNamespace {}
