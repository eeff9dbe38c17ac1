using BenchmarkDotNet.Running;
using Schematic.Benchmarks;
using Schematic.Benchmarks.Credits;
using Schematic.Benchmarks.Growth;
using Schematic.Benchmarks.Load;
using Schematic.Benchmarks.Plans;
using Schematic.Benchmarks.Seeding;
using Schematic.Benchmarks.Soak;

const string Usage = """
    seed  --companies 1000000 <store>   fills an empty store and checks what it wrote against the server
    load  <store>                       measures the real server on a seeded store
    writes <store>                      upserts beside a bare loader that commits the same rows in groups of 16
    events <store>                      events in batches and alone, beside a bare loader that commits the same rows;
                                        --only stored: pages and charts over ten million of them, in an empty store;
                                        --only indexes: what each index costs;
                                        --only flood: ten minutes of it, with checks beside
    checks <store>                      checks of flags against an endpoint that does nothing, and the impact of rules
    crowd <store> --console <dll>       pages and checks of another key beside floods of checks, impacts and sign-ins
    soak <store> --console <dll>        memory of the console process under mixed load, circuits opened and cut;
                                        --minutes 30, --rate 100 requests a second, --companies of the seeded store
    migrations <store>                  publishes a plan that all companies of a seeded store have, with checks beside
    growth <store>                      what flags, companies and instances cost as they grow; needs 100,000 companies;
                                        --only flags, companies, sizes or instances
    plans <store>                       what plans and overrides cost checks, and pages of 1,000,000 companies on them, or
                                        of as many as --companies says, in stores of their own beside this one;
                                        --only checks, change or pages
    credits <store>                     draws of credits by events, and balances and pages of a long ledger
                                        in stores of their own beside this one; --only draws or pages
    idle  --console <dll>               memory of the console process with an empty store
    restart --console <dll>             processor time until the console process is ready again
    micro [BenchmarkDotNet arguments]   the pieces that a request is made of

    <store> is --provider Sqlite --data <folder>
            or --provider PostgreSql --connection <connection string>
    """;

try
{
    switch (args)
    {
        case ["seed", .. var rest]:
            await SeedCommand.RunAsync(StoreOptions.Read(rest));
            return 0;
        case ["load", .. var rest]:
            return await LoadCommand.RunAsync(StoreOptions.Read(rest)) ? 0 : 1;
        case ["idle", .. var rest]:
            return await IdleCommand.RunAsync(StoreOptions.Read(rest)) ? 0 : 1;
        case ["restart", .. var rest]:
            return await RestartCommand.RunAsync(StoreOptions.Read(rest)) ? 0 : 1;
        case ["writes", .. var rest]:
            return await WritesCommand.RunAsync(StoreOptions.Read(rest)) ? 0 : 1;
        case ["events", .. var rest]:
            var options = StoreOptions.Read(rest);
            return await (
                options.Only switch
                {
                    "stored" => StoredEventsCommand.RunAsync(options),
                    "indexes" => EventIndexesCommand.RunAsync(options),
                    "flood" => EventFloodCommand.RunAsync(options),
                    _ => EventsCommand.RunAsync(options),
                }
            )
                ? 0
                : 1;
        case ["checks", .. var rest]:
            return await ChecksCommand.RunAsync(StoreOptions.Read(rest)) ? 0 : 1;
        case ["crowd", .. var rest]:
            return await CrowdCommand.RunAsync(StoreOptions.Read(rest)) ? 0 : 1;
        case ["soak", .. var rest]:
            return await SoakCommand.RunAsync(StoreOptions.Read(rest)) ? 0 : 1;
        case ["migrations", .. var rest]:
            return await MigrationsCommand.RunAsync(StoreOptions.Read(rest)) ? 0 : 1;
        case ["growth", .. var rest]:
            return await GrowthCommand.RunAsync(StoreOptions.Read(rest)) ? 0 : 1;
        case ["plans", .. var rest]:
            return await PlansCommand.RunAsync(StoreOptions.Read(rest)) ? 0 : 1;
        case ["credits", .. var rest]:
            return await CreditsCommand.RunAsync(StoreOptions.Read(rest)) ? 0 : 1;
        case ["empty", var url, .. var answer]:
            await EmptyServer.RunAsync(url, answer.FirstOrDefault());
            return 0;
        case ["flood", var kind, var api, var console, var flagKey, var flagId]:
            await Flood.RunAsync(kind, api, console, flagKey, flagId);
            return 0;
        case ["micro", .. var rest]:
            BenchmarkSwitcher.FromAssembly(typeof(StoreOptions).Assembly).Run(rest);
            return 0;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (BenchmarkException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
