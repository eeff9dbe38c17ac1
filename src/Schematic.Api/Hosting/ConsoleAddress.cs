namespace Schematic.Api.Hosting;

/// <summary>Address of this installation's console, shown by <c>GET /</c>.</summary>
/// <param name="Find">Null until it is known; the API alone never knows it.</param>
public sealed record ConsoleAddress(Func<string?> Find);
