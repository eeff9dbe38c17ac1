using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Sessions;

public sealed record SignInRequestBody
{
    [StringLength(256, MinimumLength = 1)]
    public required string Email { get; init; }

    [StringLength(256, MinimumLength = 1)]
    public required string Password { get; init; }
}
