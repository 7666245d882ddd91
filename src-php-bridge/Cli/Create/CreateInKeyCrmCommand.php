<?php
/**
 * wp keycrm-stock create-in-keycrm
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\RunMode;

final class CreateInKeyCrmCommand {

	public function __construct( private readonly CreateRunner $runner ) {}

	/**
	 * Creates products in KeyCRM that the shop has and KeyCRM lacks.
	 *
	 * They are those of “out-of-step --group=not_in_keycrm”. First the list is printed; without --yes the command ends
	 * there with status 3, and “confirm” or “cancel” decides. KeyCRM is asked for each SKU right before and after, so no
	 * product is created twice.
	 *
	 * ## OPTIONS
	 *
	 * [--yes]
	 * : Create them at once.
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
	 *     $ wp keycrm-stock create-in-keycrm
	 *     $ wp keycrm-stock confirm 15
	 *     Success: Run 15 created 12 products in KeyCRM.
	 *
	 * @param list<string>               $args
	 * @param array<string, string|bool> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$this->runner->run( RunMode::CreateInKeyCrm, $options );
	}
}
