<?php
/**
 * The thing that a request names does not exist: 404.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

final class NotFound extends \RuntimeException {}
