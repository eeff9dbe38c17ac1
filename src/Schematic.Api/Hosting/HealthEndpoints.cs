using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Environments;
using Schematic.Api.Http;
using Schematic.Api.Persistence;

namespace Schematic.Api.Hosting;

/// <summary>
/// For load balancers and container hosts: alive is "restart me if not", ready is "send me requests".
/// </summary>
internal static class HealthEndpoints
{
    private const string NoRoom =
        "The disk of the database is full: reads and flag checks go on, and writes are refused until there is room.";

    public static void MapHealth(this IEndpointRouteBuilder api)
    {
        api.MapGet("/health/live", () => TypedResults.Ok(new HealthResponseData("live")))
            .InAccount(Access.Open)
            .ExcludeFromDescription();
        api.MapGet("/health/ready", Ready).WithName("ready").InAccount(Access.Open).ExcludeFromDescription();
    }

    // Ready also without room for writes: a balancer that sent nothing any more would end reads and checks as well.
    private static async Task<IResult> Ready(IDatabase database, DiskRoom room, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = database.OpenAccount();
            await db.Accounts.AnyAsync(cancellationToken);
            return TypedResults.Ok(new HealthResponseData("ready", room.IsFull ? NoRoom : null));
        }
        catch (Exception failure)
            when (failure is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            throw new ApiException(StatusCodes.Status503ServiceUnavailable, "The database cannot be reached.", failure)
            {
                RetryAfter = ErrorWriter.DatabaseRetry,
            };
        }
    }
}

/// <summary>Answer to a probe.</summary>
/// <param name="Warning">Left out if nothing is wrong.</param>
internal sealed record HealthResponseData(
    string Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Warning = null
);
