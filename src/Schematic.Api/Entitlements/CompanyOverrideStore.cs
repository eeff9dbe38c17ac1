using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Features;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Entitlements;

/// <summary>Overrides: use of features by single companies, whatever their plan says.</summary>
internal sealed class CompanyOverrideStore(IDatabase database, Caller caller, TimeProvider time)
{
    private const int MaxNote = 4096;

    private string EnvironmentId => caller.Environment.Id;

    public Task<IReadOnlyList<CompanyOverrideResponseData>> ListAsync(
        CompanyOverridesQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var page = await CompanyOverrideReader
                    .Details(db, CompanyOverrideFilter.Apply(db, query, time.Now()))
                    .OrderByDescending(detail => detail.Row.Seq)
                    .Page(query)
                    .ToListAsync(token);
                return await CompanyOverrideReader.ToContractAsync(db, page, EnvironmentId, token);
            },
            cancellationToken
        );

    public Task<long> CountAsync(CompanyOverridesQuery query, CancellationToken cancellationToken) =>
        database.ListAsync(
            caller.Environment.Seq,
            (db, token) => CompanyOverrideFilter.Apply(db, query, time.Now()).LongCountAsync(token),
            cancellationToken
        );

    public async Task<WithETag<CompanyOverrideResponseData>> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        return await DetailAsync(db, id, cancellationToken);
    }

    public Task<WithETag<CompanyOverrideResponseData>> CreateAsync(
        CreateCompanyOverrideRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var company =
                    await db.Companies.AsNoTracking().FirstOrDefaultAsync(row => row.Id == body.CompanyId, token)
                    ?? throw ApiProblem.NotFound("company", body.CompanyId).About("company_id");
                var feature =
                    await db.Features.FirstOrDefaultAsync(row => row.Id == body.FeatureId, token)
                    ?? throw ApiProblem.NotFoundInAccount("feature", body.FeatureId).About("feature_id");
                await RequireFreeAsync(db, company, feature, token);
                RequireFuture(body.ExpirationDate, now);
                await EntitlementReferences.RequireTraitAsync(db, body.ValueTraitId, token);
                var row = new CompanyOverrideRow
                {
                    Id = NewId.For(CompanyOverrideRow.IdPrefix, now),
                    EnvironmentSeq = db.EnvironmentSeq,
                    CompanySeq = company.Seq,
                    FeatureSeq = feature.Seq,
                    ExpiresAt = body.ExpirationDate,
                    RuleId = NewId.For(FlagRule.IdPrefix, now),
                    UsageExceededRuleId = NewId.For(FlagRule.IdPrefix, now),
                    CreatedAt = now,
                };
                row.Write(EntitlementTermsCheck.Check(feature.FeatureType, body.ValuesOf()), now);
                db.Add(row);
                await db.SaveChangesAsync(token);
                await NoteAsync(db, row, body.Note, now, token);
                db.Changes.Add(ChangeKind.Entity, row.CompanySeq, db.EnvironmentSeq);
                return await DetailAsync(db, row.Id, token);
            },
            cancellationToken
        );

    public Task<WithETag<CompanyOverrideResponseData>> UpdateAsync(
        string id,
        UpdateCompanyOverrideRequestBody body,
        IfMatch ifMatch,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var row = await LockAsync(db, id, ifMatch, token);
                var feature = await db.Features.SingleAsync(one => one.Seq == row.FeatureSeq, token);
                // One that has expired may stay so while its value is changed.
                if (body.ExpirationDate.IsSet && body.ExpirationDate.Value != row.ExpiresAt)
                    RequireFuture(body.ExpirationDate.Value, now);
                await EntitlementReferences.RequireTraitAsync(db, body.ValueTraitId.Value, token);
                row.Write(EntitlementTermsCheck.Check(feature.FeatureType, body.ValuesOf(row)), now);
                row.ExpiresAt = body.ExpirationDate.Or(row.ExpiresAt);
                await db.SaveChangesAsync(token);
                await NoteAsync(db, row, body.Note, now, token);
                db.Changes.Add(ChangeKind.Entity, row.CompanySeq, db.EnvironmentSeq);
                return await DetailAsync(db, row.Id, token);
            },
            cancellationToken
        );

    public Task DeleteAsync(string id, IfMatch ifMatch, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var row = await LockAsync(db, id, ifMatch, token);
                db.Remove(row);
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.Entity, row.CompanySeq, db.EnvironmentSeq);
            },
            cancellationToken
        );

    // Two writers of one override wait for each other, so that each sees what the other has written.
    private async Task<CompanyOverrideRow> LockAsync(
        SchematicDb db,
        string id,
        IfMatch ifMatch,
        CancellationToken cancellationToken
    )
    {
        await db.QueryAsync(
            new SqlText($"SELECT seq FROM company_overrides WHERE id = {id}{new SqlLiteral(db.Dialect.ForUpdate)}"),
            static row => row.GetInt64(0),
            cancellationToken
        );
        var row =
            await db.CompanyOverrides.FirstOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw ApiProblem.NotFound("company override", id);
        if (ifMatch.Tags is not null)
            ifMatch.Require(await DetailAsync(db, id, cancellationToken), "This override");
        return row;
    }

    private async Task<WithETag<CompanyOverrideResponseData>> DetailAsync(
        SchematicDb db,
        string id,
        CancellationToken cancellationToken
    )
    {
        var found = await CompanyOverrideReader
            .Details(db, db.CompanyOverrides.Where(row => row.Id == id))
            .ToListAsync(cancellationToken);
        if (await CompanyOverrideReader.ToContractAsync(db, found, EnvironmentId, cancellationToken) is not [var only])
            throw ApiProblem.NotFound("company override", id);
        var row = found[0].Row;
        // Whoever removes an override removes its notes.
        return new(only, ContentETag.Of(row.ToValues(), row.ExpiresAt, only.Notes.Select(static note => note.Id)));
    }

    // The last thing said stays the last however often it is sent.
    private async Task NoteAsync(
        SchematicDb db,
        CompanyOverrideRow row,
        string? text,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (text.Length > MaxNote)
            throw ApiProblem.BadRequest($"note is longer than {MaxNote} characters. Shorten it.", "note");
        var last = await db
            .CompanyOverrideNotes.Where(note => note.CompanyOverrideSeq == row.Seq)
            .OrderByDescending(note => note.Seq)
            .Select(note => note.Text)
            .FirstOrDefaultAsync(cancellationToken);
        if (last == text)
            return;
        var author = await Actor.GetAsync(db, caller, now, cancellationToken);
        db.Add(
            new CompanyOverrideNoteRow
            {
                Id = NewId.For(CompanyOverrideNoteRow.IdPrefix, now),
                EnvironmentSeq = db.EnvironmentSeq,
                CompanyOverrideSeq = row.Seq,
                Text = text,
                AuthorId = author?.Id ?? "",
                AuthorName = author?.Name ?? "",
                CreatedAt = now,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task RequireFreeAsync(
        SchematicDb db,
        CompanyRow company,
        FeatureRow feature,
        CancellationToken cancellationToken
    )
    {
        var other = await db
            .CompanyOverrides.Where(row => row.CompanySeq == company.Seq && row.FeatureSeq == feature.Seq)
            .Select(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (other is not null)
            throw ApiProblem.Conflict(
                $"\"{ApiProblem.Shorten(company.Name)}\" has an override for "
                    + $"\"{ApiProblem.Shorten(feature.Name)}\" already: {other}. "
                    + "Change that one, also if it has expired.",
                "feature_id"
            );
    }

    private static void RequireFuture(DateTimeOffset? expiresAt, DateTimeOffset now)
    {
        if (expiresAt <= now)
            throw ApiProblem.BadRequest(
                "expiration_date is in the past. Give a later time, or none for an override that stays.",
                "expiration_date"
            );
    }
}
