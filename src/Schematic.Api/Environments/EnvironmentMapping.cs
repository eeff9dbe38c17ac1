using Schematic.Api.ApiKeys;
using Schematic.Api.Authentication;
using Schematic.Contracts.Environments;

namespace Schematic.Api.Environments;

internal static class EnvironmentMapping
{
    public static EnvironmentResponseData ToContract(this EnvironmentRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        EnvironmentType = row.EnvironmentType,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };

    public static EnvironmentDetailResponseData ToDetailContract(this EnvironmentRow row, IEnumerable<ApiKeyRow> keys, KeyUsage usage) => new()
    {
        Id = row.Id,
        Name = row.Name,
        EnvironmentType = row.EnvironmentType,
        ApiKeys = [.. keys.Select(key => key.ToContract(row, usage))],
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };
}
