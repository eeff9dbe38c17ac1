using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.ApiKeys;
using Schematic.Api.Environments;
using Schematic.Api.Members;
using Schematic.Api.Persistence;
using Schematic.Contracts.ApiKeys;

namespace Schematic.Benchmarks.Load;

/// <summary>The member as whom a benchmark signs in to the console.</summary>
internal static class ConsoleMember
{
    public const string Email = "crowd@example.com";
    public const string Password = "a password of the benchmark";

    /// <summary>Adds the member, and a second API key, to a store that has none yet.</summary>
    public static async Task AddAsync(StoreOptions options, string apiKey)
    {
        await using var server = await InProcessServer.StartAsync(options);
        var passwords = server.Services.GetRequiredService<IPasswordHasher<MemberRow>>();
        var now = TimeProvider.System.Now();
        await server
            .Services.GetRequiredService<IDatabase>()
            .WriteAccountAsync(
                async (db, token) =>
                {
                    if (await db.Members.AnyAsync(token))
                        return 0;
                    await MemberStore.AddAdminAsync(db, passwords, Email, Password, now, token);
                    var key = new CreateApiKeyRequestBody { Name = "Crowd" };
                    db.Add(ApiKeyStore.NewRow(key, await db.Environments.FirstAsync(token), apiKey, now));
                    return await db.SaveChangesAsync(token);
                },
                CancellationToken.None
            );
    }
}
