using Schematic.Api.Authentication;
using Schematic.Api.Environments;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Wire;

namespace Schematic.Api.ApiKeys;

internal static class ApiKeyMapping
{
    private static readonly ApiKeyScope[] AllScopes =
    [
        ApiKeyScope.Admin,
        ApiKeyScope.Capture,
        ApiKeyScope.Read,
        ApiKeyScope.Write,
    ];
    private static readonly ApiKeyScope[] ReadonlyScopes = [ApiKeyScope.Read];

    public static ApiKeyResponseData ToContract(this ApiKeyRow row, EnvironmentRow? environment, KeyUsage usage) =>
        new()
        {
            Id = row.Id,
            Name = row.Name,
            Description = row.Description,
            EnvironmentId = environment?.Id,
            Environment = environment?.ToContract(),
            Readonly = row.Readonly,
            Scopes = row.ScopeList(),
            RateLimitPercent = row.RateLimitPercent,
            LastUsedAt = usage.Recent(row.Seq) ?? row.LastUsedAt,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };

    public static ApiKeyCreateResponseData ToCreatedContract(
        this ApiKeyRow row,
        EnvironmentRow? environment,
        string secret
    ) =>
        new()
        {
            Id = row.Id,
            Name = row.Name,
            Description = row.Description,
            EnvironmentId = environment?.Id,
            Environment = environment?.ToContract(),
            Readonly = row.Readonly,
            Scopes = row.ScopeList(),
            RateLimitPercent = row.RateLimitPercent,
            Secret = secret,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };

    public static CachedKey ToKnown(this ApiKeyRow row) =>
        new(row.Seq, row.Id, row.EnvironmentSeq, row.Readonly, row.ScopeList(), row.RateLimitPercent);

    /// <summary>Scopes of a key created without any: all of them, or only read.</summary>
    public static IReadOnlyList<ApiKeyScope> DefaultScopes(bool readOnly) => readOnly ? ReadonlyScopes : AllScopes;

    public static string ToColumn(IEnumerable<ApiKeyScope> scopes) =>
        string.Join(
            ',',
            scopes.Select(WireEnum<ApiKeyScope>.ToWire).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );

    private static IReadOnlyList<ApiKeyScope> ScopeList(this ApiKeyRow row) =>
        [
            .. row
                .Scopes.Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(name => WireEnum<ApiKeyScope>.TryParse(name, out var scope) ? scope : default),
        ];
}
