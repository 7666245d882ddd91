<?php
/**
 * A run is under way already.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\Run;

final class RunActive extends \RuntimeException {

	public function __construct( public readonly Run $run ) {
		parent::__construct( __( 'A sync is already under way. Wait until it ends, or cancel it first.', 'stock-sync-for-keycrm' ) );
	}
}
