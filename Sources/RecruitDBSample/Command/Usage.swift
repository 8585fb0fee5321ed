/// The texts of --help.
enum Usage {
    static let program = """
        recruitdb-sample: invented recruitment data, the same bytes for the same seed

        Usage: recruitdb-sample COMMAND [options]

        Commands:
          mailbox   a lab's mailbox: applications, answers, questions, bounces
          database  a database of a lab that has recruited for ten years

        Each has --help, such as recruitdb-sample mailbox --help. Everyone in the data is invented.

        Example:
          recruitdb-sample mailbox --messages 300 --seed 7 -o inbox.mbox

        """

    static let mailbox = """
        recruitdb-sample mailbox: the invented mailbox of a lab that recruits

        Usage: recruitdb-sample mailbox --messages N -o FILE [options]

          --messages N          how many messages, 1 to 10000000
          -o, --output FILE     the mbox, or the folder of --format maildir and eml; - is standard output
          --seed S              another number makes other people (default 1)
          --truth FILE          writes what each message is and what an import must make of it, a line of JSON each
          --format FORMAT       mbox (mboxrd), maildir or eml (default mbox)
          --average-size SIZE   bytes of a message on average, such as 280KB: papers carry images
          --rich                more of the rare kinds: forwards, broken dates, missing Message-IDs

        A line of --truth has index, message_id, kind, scenario (the recipe), clear (the rules decide it; else it waits
        in the inbox), triage, position, intake (null: none, two, or one that the call lacks), intake_stated,
        applicant_email, applicant_name, application (the number of the true application that it makes or joins),
        duplicate_of (the index of the mail it repeats), sender, subject, received_at and papers.

        Example:
          recruitdb-sample mailbox --messages 300 --seed 7 -o inbox.mbox --truth inbox.ndjson

        """

    static let database = """
        recruitdb-sample database: the invented database of a lab that has recruited for ten years

        Usage: recruitdb-sample database --applications N -o FILE.db [options]

          --applications N      how many applications, 1 to 10000000
          -o, --output FILE     the database; its folder of papers is made beside it
          --seed S              another number makes other people (default 1)

        Example:
          recruitdb-sample database --applications 20000 --seed 7 -o lab.db

        """
}
