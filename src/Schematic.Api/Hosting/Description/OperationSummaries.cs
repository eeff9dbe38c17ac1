using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Schematic.Api.Hosting.Description;

/// <summary>One sentence for each operation, by its id, and the tag of its slice; tests miss none.</summary>
internal static class OperationSummaries
{
    private static readonly Dictionary<string, string> Tags = new()
    {
        ["ApiKeys"] = "API keys, and who a key belongs to.",
        ["AuditLog"] = "Audit log: who changed what, or was refused.",
        ["Companies"] = "Companies: found by id or by any of their keys, with their traits and members.",
        ["Credits"] = "Credits: their types and bundles, what companies hold of them, and the ledger.",
        ["Console"] = "Set-up, sign-in, sessions and passwords; only the console's own key may call these.",
        ["Entities"] = "Definitions of the keys and traits of companies and users.",
        ["Entitlements"] = "What plans give, and what single companies may use instead.",
        ["Environments"] = "Environments: each holds its own companies, users, events and rules.",
        ["Events"] = "Events: sent, listed and replayed, and the types of events that were seen.",
        ["Features"] = "Features: what is sold, and who has the use of it.",
        ["Flags"] = "Flags, their rules in each environment, and checks.",
        ["Insights"] = "Usage of features over time, by company and by user, and names that nobody uses.",
        ["Members"] = "People who sign in to the console: their roles, rights and invitations.",
        ["Plans"] = "Plans and add-ons, their versions, and the plans of companies over time.",
        ["Search"] = "One search over companies, users, flags, features, plans and credits.",
        ["Server"] = "The server itself.",
        ["Users"] = "Users: found by id or by any of their keys, with their traits and companies.",
    };

    private static readonly Dictionary<string, (string Summary, string? Description)> Texts = new()
    {
        ["captureEvent"] = (
            "Capture an event",
            "As browser SDKs send it: the key is in the body. May be called from a browser with a publishable key."
        ),
        ["captureEventBatch"] = (
            "Capture events",
            "As server SDKs send them, at most 100, each with its own key or all with that of the header. "
                + "An event that is wrong is stored as failed."
        ),
        ["countCompanies"] = ("Count companies", "Takes the filters of the list."),
        ["countCompanyMemberships"] = ("Count company memberships", "Takes the filters of the list."),
        ["countEntityKeyDefinitions"] = ("Count definitions of keys", "Takes the filters of the list."),
        ["countEntityTraitDefinitions"] = ("Count definitions of traits", "Takes the filters of the list."),
        ["countEnvironments"] = ("Count environments", "Takes the filters of the list."),
        ["countEventTypes"] = ("Count event types", "Takes the filters of the list."),
        ["countFeatureCompanies"] = ("Count companies with the use of a feature", "Takes the filters of the list."),
        ["countFeatureUsage"] = ("Count the features that a company may use", "Takes the filters of the list."),
        ["countFeatureUsers"] = ("Count users with the use of a feature", "Takes the filters of the list."),
        ["countCompanyOverrides"] = ("Count company overrides", "Takes the filters of the list."),
        ["countPlanEntitlements"] = ("Count plan entitlements", "Takes the filters of the list."),
        ["countPlans"] = ("Count plans", "Takes the filters of the list."),
        ["createCompanyOverride"] = ("Create a company override", "Counts from the next check on, until it expires."),
        ["createPlan"] = ("Create a plan or add-on", "It begins with a draft version in the environment of the key."),
        ["createPlanEntitlement"] = ("Give a feature in a plan", "Changes the plan's draft, or begins one."),
        ["deleteCompanyOverride"] = ("Delete a company override", null),
        ["deletePlan"] = ("Delete a plan", "409 while any company has it, in any environment."),
        ["deletePlanEntitlement"] = (
            "Take a feature out of a plan",
            "Changes the plan's draft, which is begun if there is none."
        ),
        ["deletePlanVersion"] = ("Delete a version of a plan", "409 while any company is on it."),
        ["duplicatePlanEntitlements"] = (
            "Copy what a plan gives into another",
            "Changes the draft of the target; what that gives already stays."
        ),
        ["getCompanyOverride"] = ("Get a company override", null),
        ["getPlan"] = ("Get a plan", "With its versions in the environment of the key, and what one of them gives."),
        ["getPlanEntitlement"] = ("Get a plan entitlement", null),
        ["listCompanyOverrides"] = ("List company overrides", null),
        ["listPlanEntitlements"] = ("List plan entitlements", null),
        ["listPlans"] = ("List plans", null),
        ["previewCompanyPlans"] = (
            "Preview other plans or overrides for a company",
            "Compares what it may use now with what it might use after the change, which is not made."
        ),
        ["publishPlanVersion"] = ("Publish a draft", "Companies that get the plan from now on get this version."),
        ["updateCompanyOverride"] = ("Update a company override", "A note is added to those that are there."),
        ["updateCompanyPlans"] = (
            "Change the plans of a company",
            "Add-ons are exactly those given; a base plan that is left out stays."
        ),
        ["updatePlan"] = ("Update a plan", "Its draft carries the new name; published versions keep theirs."),
        ["updatePlanEntitlement"] = (
            "Change what a plan gives",
            "Of a published version, the answer is the copy in the draft."
        ),
        ["countFeatures"] = ("Count features", "Takes the filters of the list."),
        ["countTraitValues"] = ("Count known values of a trait", "Takes the filters of the list."),
        ["countTopCompanies"] = ("Count companies that use a feature", "Takes the filters of the list."),
        ["countUnknownNames"] = ("Count unknown names", "Takes the filters of the list."),
        ["countUsers"] = ("Count users", "Takes the filters of the list."),
        ["createCompany"] = ("Create a company", "409 if a company with any of the keys exists; see the upsert."),
        ["createEnvironment"] = ("Create an environment", "Needs a key of the whole account."),
        ["createEvent"] = (
            "Send an event",
            "Answered once it is stored and has taken effect. With an idempotency key it counts once."
        ),
        ["createEventBatch"] = (
            "Send events",
            "At most 1,000. An event that is wrong is stored as failed, with a sentence; the others count."
        ),
        ["createFeature"] = ("Create a feature", "With `flag`, its flag is made, linked or changed along with it."),
        ["createUser"] = ("Create a user", "409 if a user with any of the keys exists; see the upsert."),
        ["deleteCompany"] = ("Delete a company", "Its memberships go along; its users stay."),
        ["deleteCompanyByKeys"] = ("Delete a company found by its keys", null),
        ["deleteCompanyMembership"] = ("Take a user out of a company", null),
        ["deleteEntityTraitDefinition"] = (
            "Delete the definition of a trait",
            "Removes its values in this environment; 409 if it has values in another."
        ),
        ["deleteEnvironment"] = (
            "Delete an environment",
            "Its data is out of sight at once and removed in the background. The last environment stays."
        ),
        ["deleteFeature"] = ("Delete a feature", "Its flag goes along."),
        ["deleteUser"] = ("Delete a user", null),
        ["deleteUserByKeys"] = ("Delete a user found by its keys", null),
        ["getCompany"] = ("Get a company", null),
        ["getEntityTraitDefinition"] = ("Get the definition of a trait", null),
        ["getEntityTraitValues"] = ("List known values of a trait", null),
        ["getEnvironment"] = ("Get an environment", null),
        ["getEvent"] = ("Get an event", null),
        ["getEventEffects"] = ("Get what an event changed", "Counters before and after it."),
        ["getEventSummaries"] = ("List event types", "With how often and when each was last seen."),
        ["getEnvironmentFeatureUsageTimeSeries"] = (
            "Get the usage of a feature by all companies over time",
            "Each point is the usage of its own hour, day, week or month."
        ),
        ["getFeature"] = ("Get a feature", null),
        ["getFeatureUsageByCompany"] = ("Get the features that a company may use, with their usage", null),
        ["getFeatureUsageTimeSeries"] = (
            "Get a company's usage of a feature over time",
            "Each point counts from the start of its month on."
        ),
        ["getOrCreateCompanyMembership"] = (
            "Put a user into a company",
            "Answers the membership if there is one already."
        ),
        ["getOrCreateEntityTraitDefinition"] = ("Define a trait", "Answers the definition if there is one already."),
        ["getServer"] = ("Get the server", "Its version, its description and its console. Needs no key."),
        ["getUser"] = ("Get a user", null),
        ["getUserUsageByCompany"] = (
            "Get a company's usage of a feature by user",
            "What came without a user is one row of its own."
        ),
        ["getWhoAmI"] = ("Get who the API key belongs to", null),
        ["listCompanies"] = ("List companies", "Newest first unless sorted; `q` searches names, keys and text traits."),
        ["listCompanyMemberships"] = ("List company memberships", null),
        ["listEntityKeyDefinitions"] = ("List definitions of keys", null),
        ["listEntityTraitDefinitions"] = ("List definitions of traits", null),
        ["listEnvironments"] = ("List environments", "Those that the key may see."),
        ["listEvents"] = ("List events", "Newest first."),
        ["listFeatureCompanies"] = ("List companies with the use of a feature", null),
        ["listFeatureUsage"] = (
            "List the features that a company may use",
            "By name, each with its limit and its usage. `include_candidates` adds everything that speaks of a feature."
        ),
        ["listFeatureUsers"] = ("List users with the use of a feature", null),
        ["listFeatureUsageHistory"] = (
            "List usage by company, feature and time",
            "Two features of one event each have a row: a page may be longer than its limit. "
                + "Advance by the limit until a page is empty."
        ),
        ["listFeatures"] = ("List features", null),
        ["listTopCompanies"] = ("List companies that use a feature", "Those with the most usage first."),
        ["listUnknownNames"] = (
            "List unknown names",
            "Names of events and traits that no feature and no rule uses, each with the nearest that is used."
        ),
        ["listUsers"] = ("List users", "Newest first; `q` searches names, keys and text traits."),
        ["lookupCompany"] = ("Find a company by its keys", "409 if the keys name different companies."),
        ["lookupUser"] = ("Find a user by its keys", "409 if the keys name different users."),
        ["replayEvent"] = (
            "Replay a failed event",
            "It counts for the moment for which it was captured. 409 if it did not fail."
        ),
        ["search"] = (
            "Find anything by id, key or part of a name",
            "What the text names exactly comes first, with the keys that do; then companies, users, flags, features, "
                + "plans and credits that have it in a name, key or text trait."
        ),
        ["tailEvents"] = (
            "Wait for new events",
            "Answers as soon as there are any, or after about 20 seconds; of many a sample, with the number of the rest."
        ),
        ["updateEntityTraitDefinition"] = (
            "Update the definition of a trait",
            "Changes how its values compare in rules."
        ),
        ["updateEnvironment"] = ("Update an environment", null),
        ["updateFeature"] = ("Update a feature", "Its type never changes."),
        ["upsertCompany"] = (
            "Create or update a company",
            "Keys that find nobody create; keys that find one company update it; keys of different ones are refused with 409. "
                + "Traits are merged, null removes. `remove_keys` removes keys, also one that found the company."
        ),
        ["upsertCompanyTrait"] = ("Set or increase a trait of a company", "Exactly one of `set` and `incr`; atomic."),
        ["upsertUser"] = (
            "Create or update a user",
            "As for companies. `company` or `company_id` adds one membership; `companies` or `company_ids` are all there are."
        ),
        ["upsertUserTrait"] = ("Set or increase a trait of a user", "Exactly one of `set` and `incr`; atomic."),
    };

    public static Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var id = operation.OperationId ?? "";
        if (
            Texts.TryGetValue(id, out var text)
            || FlagSummaries.Texts.TryGetValue(id, out text)
            || PlanSummaries.Texts.TryGetValue(id, out text)
            || CreditSummaries.Texts.TryGetValue(id, out text)
            || ConsoleSummaries.Texts.TryGetValue(id, out text)
            || AccountSummaries.Texts.TryGetValue(id, out text)
        )
            (operation.Summary, operation.Description) = text;
        operation.Tags = new HashSet<OpenApiTagReference> { new(GetTag(context), context.Document) };
        return Task.CompletedTask;
    }

    public static ISet<OpenApiTag> GetTags(OpenApiDocument document)
    {
        var used = document
            .Paths.Values.SelectMany(static path => path.Operations?.Values.ToArray() ?? [])
            .SelectMany(static operation => operation.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(static tag => tag.Reference.Id!)
            .Distinct()
            .Order(StringComparer.Ordinal);
        return used.Select(static name => new OpenApiTag { Name = name, Description = Tags[name] }).ToHashSet();
    }

    // The slice is the folder, and so the namespace, of the handler.
    private static string GetTag(OpenApiOperationTransformerContext context)
    {
        var handler = context.GetMetadata<MethodInfo>().First().DeclaringType!;
        return handler.Namespace!.Split('.')[2] switch
        {
            "Evaluation" => "Flags",
            "Hosting" => "Server",
            "Sessions" or "Setup" => "Console",
            var slice => slice,
        };
    }
}
