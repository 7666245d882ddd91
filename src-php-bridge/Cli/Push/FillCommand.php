<?php
/**
 * wp keycrm-stock fill
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Cli\Create\CreateRunner;
use KeyCrmStock\Value\Run\RunMode;

final class FillCommand {

	public function __construct( private readonly CreateRunner $runner ) {}

	/**
	 * Gives KeyCRM the shop's present stock quantities, once. From then on KeyCRM leads.
	 *
	 * They go into the warehouse of the setting push_warehouse_id. KeyCRM's reserves, other warehouses, open orders and the
	 * buffer are reckoned with, so that the first sync finds nothing to change. First the list is printed; without --yes
	 * the command ends there with status 3, and “confirm” or “cancel” decides.
	 *
	 * ## OPTIONS
	 *
	 * [--yes]
	 * : Send them at once.
	 *
	 * [--format=<format>]
	 * : How the list is printed; with --yes, the run.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 *   - csv
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     $ wp keycrm-stock settings set push_warehouse_id 1
	 *     $ wp keycrm-stock fill
	 *     $ wp keycrm-stock confirm 17
	 *     Success: Run 17 sent the stock of 250 products to KeyCRM.
	 *
	 * @param list<string>               $args
	 * @param array<string, string|bool> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$this->runner->run( RunMode::Fill, $options );
	}
}
