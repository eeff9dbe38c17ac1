using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.AuditLog;
using Schematic.Api.AuditLog.Recording;
using Schematic.Api.Environments;
using Schematic.Api.Features;
using Schematic.Api.Flags;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Members;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Setup;

/// <summary>
/// Requests of the last weeks about the invented product, by two colleagues who have left the team since: what they
/// changed, and what they were not allowed to.
/// </summary>
internal sealed class SampleAuditLog(SchematicDb db, DateTimeOffset now)
{
    private static readonly Member Sales = new("acme_miracastell", "Mira Castell");
    private static readonly Member Support = new("acme_jonasweber", "Jonas Weber");

    private readonly List<AuditEntry> _entries = [];
    private string _environmentId = "";

    public async Task AddAsync(IReadOnlyList<SampleCompany> companies, CancellationToken cancellationToken)
    {
        var environment = await db.Environments.SingleAsync(row => row.Seq == db.EnvironmentSeq, cancellationToken);
        _environmentId = environment.Id;
        var plan = await db.Plans.SingleAsync(static row => row.Name == "Pro", cancellationToken);
        var runs = await db.Features.SingleAsync(static row => row.Name == "Report runs", cancellationToken);
        var flag = await db.Flags.SingleAsync(static row => row.Key == SampleFeatures.Editor, cancellationToken);
        AddPlan(plan);
        AddFeature(runs);
        AddFlag(flag);
        AddCompany(companies[0]);
        await AuditEntry.CompleteAsync(db, _entries, cancellationToken);
    }

    private void AddPlan(PlanRow plan)
    {
        var resource = new AuditedResource("plan", plan.Id, plan.Name, null);
        var put = new Request("PUT", $"/plans/{plan.Id}", resource);
        Add(41, Sales, put, new() { ["name"] = plan.Name, ["description"] = "For growing teams." });
        Add(20, Sales, put, new() { ["name"] = plan.Name, ["description"] = plan.Description });
        Refuse(6, Support, put with { Method = "DELETE" }, AccountMemberPermission.PlansEdit.Refusal(null));
    }

    private void AddFeature(FeatureRow feature)
    {
        var resource = new AuditedResource("feature", feature.Id, feature.Name, null);
        var put = new Request("PUT", $"/features/{feature.Id}", resource);
        Add(33, Sales, put, new() { ["name"] = "Reports a week" });
        Add(30, Support, put, new() { ["name"] = feature.Name });
    }

    private void AddFlag(FlagRow flag)
    {
        var put = new Request("PUT", $"/flags/{flag.Id}", new AuditedResource("flag", flag.Id, flag.Name, null));
        Add(12, Support, put, new() { ["description"] = "The new editor." });
        Add(3, Support, put, new() { ["description"] = flag.Description });
    }

    private void AddCompany(SampleCompany company)
    {
        var post = new Request("POST", "/companies", new AuditedResource("company", company.Id, null, null));
        var keys = new Dictionary<string, string> { ["domain"] = company.Domain };
        Add(9, Support, post, new() { ["keys"] = keys, ["name"] = "Northwind" });
        Add(2, Support, post, new() { ["keys"] = keys, ["name"] = "Northwind Analytics" });
    }

    private void Add(int daysAgo, Member member, Request request, Dictionary<string, object?> changed)
    {
        var data = new Dictionary<string, object?>(changed) { ["id"] = request.Resource.Id };
        var entry = Entry(daysAgo, member, request, StatusCodes.Status200OK, new { data });
        entry.RequestBody = JsonSerializer.Serialize(changed, WireJson.Strict);
        _entries.Add(entry);
    }

    private void Refuse(int daysAgo, Member member, Request request, string error) =>
        _entries.Add(Entry(daysAgo, member, request, StatusCodes.Status403Forbidden, new { error }));

    private AuditEntry Entry(int daysAgo, Member member, Request request, int status, object answer)
    {
        // Not all at the time of day at which the sample was made.
        var at = now.AddDays(-daysAgo).AddMinutes(-37 * (_entries.Count + 1));
        return new AuditEntry
        {
            Id = Guid.CreateVersion7(at).ToString(),
            Method = request.Method,
            Url = request.Url,
            StartedAt = at,
            EndedAt = at.AddMilliseconds(14),
            ActorType = ActorType.AppUser,
            UserId = member.Id,
            UserName = member.Name,
            EnvironmentId = _environmentId,
            Resource = request.Resource,
            Status = status,
            ResponseBody = PackedText.Pack(JsonSerializer.Serialize(answer, WireJson.Strict)),
        };
    }

    private sealed record Member(string Id, string Name);

    private sealed record Request(string Method, string Url, AuditedResource Resource);
}
