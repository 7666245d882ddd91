<?php
/**
 * What a route was asked for does not exist.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

final class NotFound extends \RuntimeException {}
