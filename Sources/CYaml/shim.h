// libyaml for Swift: its header as it is.
#pragma once
#include <yaml.h>
