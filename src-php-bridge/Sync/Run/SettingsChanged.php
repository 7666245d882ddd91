<?php
/**
 * The settings have changed since the guard has seen the plan.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

/** May be thrown inside the writer's lock: then nothing of the page is written. */
final class SettingsChanged extends \RuntimeException {}
