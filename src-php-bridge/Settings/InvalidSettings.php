<?php
/**
 * Settings that cannot be saved as they are.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

final class InvalidSettings extends \RuntimeException {

	/** @param non-empty-list<FieldProblem> $problems */
	public function __construct( public readonly array $problems ) {
		parent::__construct( 'Some settings cannot be saved as they are.' );
	}
}
