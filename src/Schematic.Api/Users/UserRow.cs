using Schematic.Api.Entities;

namespace Schematic.Api.Users;

internal sealed class UserRow : EntityRow;
