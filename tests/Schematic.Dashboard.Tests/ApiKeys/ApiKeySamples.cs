using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Environments;

namespace Schematic.Dashboard.Tests.ApiKeys;

internal static class ApiKeySamples
{
    private static readonly DateTimeOffset Yesterday = new(2026, 11, 19, 13, 37, 0, TimeSpan.Zero);

    /// <summary>A key with a right to everything; of no environment unless one is given.</summary>
    public static ApiKeyResponseData Key(
        string id = "api_1",
        string name = "Billing",
        EnvironmentResponseData? environment = null
    ) =>
        new()
        {
            Id = id,
            Name = name,
            Environment = environment,
            EnvironmentId = environment?.Id,
            Readonly = false,
            Scopes = [ApiKeyScope.Admin, ApiKeyScope.Read],
            CreatedAt = Yesterday,
            UpdatedAt = Yesterday,
        };

    public static ApiKeyCreateResponseData Created(string secret, string? environmentId) =>
        new()
        {
            Id = "api_new",
            Name = "Billing",
            EnvironmentId = environmentId,
            Readonly = false,
            Scopes = [ApiKeyScope.Read],
            Secret = secret,
            CreatedAt = Yesterday,
            UpdatedAt = Yesterday,
        };
}
