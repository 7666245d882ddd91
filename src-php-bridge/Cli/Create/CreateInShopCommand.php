<?php
/**
 * wp keycrm-stock create-in-shop
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\RunMode;

final class CreateInShopCommand {

	public function __construct( private readonly CreateRunner $runner ) {}

	/**
	 * Creates drafts of products that KeyCRM has and the shop lacks.
	 *
	 * They are those of “out-of-step --group=only_in_keycrm”, and begin with their stock quantity. Nothing is published.
	 * First the list is printed; without --yes the command ends there with status 3, and “confirm” or “cancel” decides.
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
	 *     $ wp keycrm-stock create-in-shop --yes
	 *     Success: Run 16 created 4 products in the shop, as drafts.
	 *
	 * @param list<string>               $args
	 * @param array<string, string|bool> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$this->runner->run( RunMode::CreateInShop, $options );
	}
}
