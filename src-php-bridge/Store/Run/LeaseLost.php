<?php
/**
 * Another worker holds the run now, or a person has cancelled it.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Run;

defined( 'ABSPATH' ) || exit;

final class LeaseLost extends \RuntimeException {}
