<?php
/**
 * Runs before every script of a test site. Because wp-admin and wp-includes are links, WordPress's wp-load.php would
 * use its own folder as the site.
 */

defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
